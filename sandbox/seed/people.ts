import {
  ADMIN_ACCOUNT,
  ATHLETE_ACCOUNT,
  COACH_ACCOUNT,
  PAID_ORGANIZATION,
  UNPAID_ACCOUNT,
} from '../accounts.ts'
import type { AdminRow, AthleteRow } from '../store/schema.ts'
import { madeUpId, randomFor, type Random } from './random.ts'

type Uploader = Omit<AdminRow, 'organizationId'>
type Athlete = Omit<AthleteRow, 'organizationId'>

const NAMES = [
  'Astrid Sørli',
  'Magnus Bjørnstad',
  'Chloé Dubois',
  'Jürgen Köhler',
  'Анна Кузнецова',
  'Liam Carter',
  'Zoë van Dijk',
  'Håkon Lie',
  'Séverine Gauthier',
  'Tomasz Wójcik',
  'Amara Okafor',
  'Noah Fischer',
  'Élodie Marchand',
  'Sigrid Øverland',
  'Mateo García Núñez',
  'Yuki Tanaka',
  'Bence Szőke',
  'Freya Lindqvist',
  'Omar Haddad',
  'Ines Carvalho',
  'Björn Ångström',
  'Hannah Müller',
  'Kwame Mensah',
  'Léa Fontaine',
  'Ola Nordmann-Bakke',
  'Priya Raghavan',
  'Siobhán O’Connor',
  'Viktor Petrov',
  'Marit Åsen',
  'Daniel Weiß',
  'Ayşe Yılmaz',
  'Gabriel Moreau',
  'Ingeborg Kvåle',
  'Lukas Schröder',
  'Emily Whitaker',
  'Rūta Kazlauskaitė',
  'Thibault Lefebvre',
  'Nora Eikeland',
  'Samuel Adeyemi',
  'Maximiliane von Hohenfels-Langenburg',
] as const

/** The forty athletes of an organisation; the last one has no session. The first has the sample account. */
export function madeAthletes(organization: string): Athlete[] {
  const random = randomFor(`athletes of ${organization}`)
  const own = organization === PAID_ORGANIZATION.id
  return NAMES.map((displayName, index) => ({
    uid: own && index === 0 ? ATHLETE_ACCOUNT.uid : madeUpId(random, index % 3 === 2 ? 20 : 28),
    displayName,
    email: own && index === 0 ? ATHLETE_ACCOUNT.email : `athlete.${index + 1}@example.org`,
    phone: index % 5 === 4 ? null : madeUpPhone(random),
    createdAt: `202${random.whole(2, 5)}-0${random.whole(1, 9)}-${random.whole(10, 28)} ${random.whole(10, 19)}:15:00`,
  }))
}

/** Who uploads for the first organisation: the two sample accounts and two colleagues who never sign in here. */
export function sampleUploaders(): Uploader[] {
  const random = randomFor('colleagues')
  return [
    { ...uploader(ADMIN_ACCOUNT), role: 'admin', status: 'active' },
    { ...uploader(COACH_ACCOUNT), role: 'sub_admin', status: 'active' },
    colleague(random, 'solveig@example.org', 'Solveig Brekke', 'active'),
    colleague(random, 'p.oconnell@example.org', 'Padraig O’Connell', 'inactive'),
  ]
}

/** The only one who uploads for the organisation without a plan. */
export function unpaidUploaders(): Uploader[] {
  return [{ ...uploader(UNPAID_ACCOUNT), role: 'admin', status: 'active' }]
}

function uploader({ uid, email, displayName }: { uid: string; email: string; displayName: string }) {
  return { uid, email, displayName }
}

function colleague(random: Random, email: string, displayName: string, status: string): Uploader {
  return { uid: madeUpId(random, 28), email, displayName, role: 'sub_admin', status }
}

function madeUpPhone(random: Random): string {
  return `+47 ${random.whole(400, 499)} ${random.whole(10, 99)} ${random.whole(100, 999)}`
}
