import type { Activity } from '../store/schema.ts'
import type { Random } from './random.ts'

type Pool = readonly [string, ...string[]]

const TITLES: Record<Activity, Pool> = {
  Running: [
    'Tempo run, block {n}',
    'Easy run after travel',
    'Treadmill, {n} % incline',
    'Threshold intervals {n} × 1 km',
    'Strides on grass',
    'Rolig langtur, måling {n}',
    'Intervalløkt på bane, drag {n}',
    'Sortie longue, contrôle de foulée n° {n}',
    'Foulée après réathlétisation',
    'Dauerlauf, Kontrolle {n}',
    'Läuferische Grundlage, Woche {n}',
    'New shoes, pair {n}',
    'Fatigue check, last 2 km',
    'Warm-up lap',
    'Race pace {n}',
  ],
  Weightlifting: [
    'Snatch, top set {n}',
    'Snatch from blocks',
    'Clean, {n} reps',
    'Clean and jerk, opener',
    'Clean & jerk – second attempt',
    'Rykk, tekniske løft {n}',
    'Støt, tung dobbel',
    'Épaulé-jeté, série {n}',
    'Arraché technique, barre légère',
    'Reißen, Technik {n}',
    'Umsetzen aus dem Hang',
    'Friday heavy singles',
    'Low bar speed drill {n}',
  ],
  'Vertical Jump': [
    'CMJ baseline {n}',
    'CMJ, arms free',
    'Drop jump 30 cm, set {n}',
    'Pre-season jump test',
    'Spenst, uke {n}',
    'Hopptest før økt',
    'Détente sèche, essai {n}',
    'Sprungtest Frühjahr {n}',
    'Return to play, jump screen {n}',
    'Morning readiness',
  ],
  'Mobility Assessment': [
    'Overhead squat screen {n}',
    'Ankle and hip mobility',
    'Shoulder range, follow-up {n}',
    'Bevegelighet, skulder og hofte',
    'Bilan de mobilité n° {n}',
    'Beweglichkeit, Eingangstest',
    'Mobility after surgery, week {n}',
    'Post-season screen',
  ],
}

/** A title somebody would have typed for a session of this activity. */
export function titleFor(activity: Activity, random: Random): string {
  const title = random.pick(TITLES[activity]).replace('{n}', String(random.whole(1, 8)))
  return random.chance(0.12)
    ? `${title} ${random.pick(['(repeat)', '– indoor', 'after lunch', '/ side camera'])}`
    : title
}
