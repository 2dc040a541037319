import type { Activity, JsonObject } from '../store/schema.ts'
import type { Random } from './random.ts'

type Remark = { key: string; en: string; ru: string }

const RUNNING: readonly Remark[] = [
  {
    key: 'text_summary',
    en: 'Stable rhythm through all segments; the last one is a little shorter on the left.',
    ru: 'Ритм ровный на всех отрезках; в последнем левый шаг немного короче.',
  },
  {
    key: 'text_contact_angle',
    en: 'The foot lands ahead of the hip. A slightly higher cadence would bring it back.',
    ru: 'Стопа ставится впереди таза. Чуть более высокая частота шагов это исправит.',
  },
  {
    key: 'text_push_angle',
    en: 'Push-off is complete on both sides.',
    ru: 'Отталкивание полное с обеих сторон.',
  },
  {
    key: 'text_knee_ankle',
    en: 'The knee stays over the ankle at mid-stance.',
    ru: 'В середине опоры колено остаётся над голеностопом.',
  },
  {
    key: 'text_hip_angle',
    en: 'Hip extension is limited on the right (about 4° less).',
    ru: 'Разгибание правого бедра ограничено (примерно на 4° меньше).',
  },
  { key: 'text_left_ankle_angle', en: 'Normal range.', ru: 'В пределах нормы.' },
  {
    key: 'text_right_knee_angle',
    en: 'Flexes less in swing than the left.',
    ru: 'В маховой фазе сгибается меньше левого.',
  },
]

const LIFTING: readonly Remark[] = [
  {
    key: 'text_bar_speed',
    en: 'Bar speed peaks late in the second pull, as it should.',
    ru: 'Скорость штанги достигает максимума в конце второго подрыва, как и должно быть.',
  },
  {
    key: 'text_hip_speed',
    en: 'The hips rise faster than the bar off the floor.',
    ru: 'При съёме таз поднимается быстрее штанги.',
  },
]

const JUMPING: readonly Remark[] = [
  {
    key: 'power',
    en: 'Even from jump to jump; no sign of fatigue.',
    ru: 'Ровно от прыжка к прыжку; признаков усталости нет.',
  },
  {
    key: 'grf',
    en: 'Landing is hard. Ask for a softer knee.',
    ru: 'Жёсткое приземление. Попросите мягче сгибать колено.',
  },
]

const REMARKS: Record<Activity, readonly Remark[]> = {
  Running: RUNNING,
  Weightlifting: LIFTING,
  'Vertical Jump': JUMPING,
  'Mobility Assessment': [],
}

/** Report comments: in two languages, as plain text, `{}` or none at all, all of which the API sends. */
export function commentsFor(activity: Activity, random: Random): JsonObject | null {
  const remarks = REMARKS[activity].filter(() => random.chance(0.7))
  const plain = random.chance(0.3)
  if (remarks.length === 0) return random.chance(0.5) ? {} : null
  return Object.fromEntries(remarks.map(({ key, en, ru }) => [key, plain ? en : { en, ru }]))
}
