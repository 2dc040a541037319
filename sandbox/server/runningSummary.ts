import type { JsonObject } from '../store/schema.ts'

const TEXT_KEYS = ['footstrike'] as const

/** `calculated_metrics` of a run: average, least and most of each series, with total distance (m) and time (s). */
export function runningSummary(metrics: JsonObject): { calculated_metrics: Record<string, unknown> } {
  const summaries = Object.entries(metrics).flatMap(([name, values]) => {
    const numbers = numbersOf(values)
    return numbers.length === 0 ? [] : [[name, summaryOf(numbers)] as const]
  })
  const texts = TEXT_KEYS.filter((name) => typeof metrics[name] === 'string').map(
    (name) => [name, metrics[name]] as const,
  )
  return {
    calculated_metrics: {
      ...Object.fromEntries<unknown>([...summaries, ...texts]),
      total_distance: twoPlaces(total(numbersOf(metrics['distance']))),
      total_time: twoPlaces(total(numbersOf(metrics['run_duration']))),
    },
  }
}

function summaryOf(numbers: number[]): { avg: number; min: number; max: number } {
  const avg = Math.round((total(numbers) / numbers.length) * 10_000) / 10_000
  return { avg, min: Math.min(...numbers), max: Math.max(...numbers) }
}

function numbersOf(values: unknown): number[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'number') : []
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100
}
