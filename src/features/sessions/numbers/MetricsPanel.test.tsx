import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Metric } from '../../../domain/metrics.ts'
import type { Session } from '../../../domain/session.ts'
import { MetricsPanel } from './MetricsPanel.tsx'

const session = (metrics: Metric[], activity = 'Running'): Session => ({
  ...{ source: 's', id: 'i', recordedAt: null, title: 't', exercise: null, uploadedBy: null, segments: null },
  ...{ athlete: { id: '', name: '' }, videoUrl: null, analyzedVideoUrl: null, comments: [], extra: {} },
  ...{ status: 'completed', unreadable: [], activity, metrics },
})

function row(name: string) {
  const group = screen.getByRole('rowheader', { name }).closest('tbody')
  if (!group) throw new Error(`no rows for ${name}`)
  return group
}

describe('the metrics', () => {
  it('show label, average with unit, extremes and each segment', () => {
    render(
      <MetricsPanel
        session={session([
          { name: 'speed', value: { kind: 'perSegment', values: [4.01, null, 4.21] } },
          { name: 'mass', value: { kind: 'perSegment', values: [70, 70, 70] } },
        ])}
      />,
    )
    const speed = within(row('Speed'))
    const cells = speed.getAllByRole('cell').map((cell) => cell.textContent)
    expect(cells.slice(0, 3)).toEqual(['4.11 m/s', '4.01', '4.21'])
    expect(speed.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Segment 1: 4.01',
      'Segment 2: –',
      'Segment 3: 4.21',
    ])
    expect(row('Body mass')).toHaveTextContent(/^Body mass70\.0 kg$/)
  })

  it('show what the console does not know, whatever its shape and name', () => {
    const hostile: Metric[] = [
      { name: '__proto__', value: { kind: 'number', value: -3.14159 } },
      { name: 'constructor', value: { kind: 'text', text: '<img src=x onerror=alert(1)>' } },
      { name: 'nested', value: { kind: 'other', json: { left: [1, { deep: null }] } } },
      { name: 'mixed_list', value: { kind: 'other', json: ['heel', null, 2.5] } },
      { name: 'empty_list', value: { kind: 'perSegment', values: [] } },
      { name: 'nulls', value: { kind: 'perSegment', values: [null, null] } },
      { name: '', value: { kind: 'other', json: null } },
      { name: 'speed', value: { kind: 'text', text: 'fast' } },
      { name: 'speed', value: { kind: 'number', value: 12345678.9 } },
    ]
    const { container } = render(<MetricsPanel session={session(hostile, '__proto__')} />)
    expect(row('Proto')).toHaveTextContent('−3.142')
    expect(row('Constructor')).toHaveTextContent('<img src=x onerror=alert(1)>')
    expect(row('Nested')).toHaveTextContent('{ "left": [ 1, { "deep": null } ] }')
    expect(row('Mixed list')).toHaveTextContent('heel, –, 2.5')
    expect(row('Empty list')).toHaveTextContent('–')
    expect(row('Nulls')).toHaveTextContent('–')
    expect(screen.getByText('12345678.9')).toBeInTheDocument()
    expect(screen.getByText('fast')).toBeInTheDocument()
    expect(container.querySelector('img')).toBeNull()
  })

  it('stand, however deep a value is nested', () => {
    const deep: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000))
    render(<MetricsPanel session={session([{ name: 'deep', value: { kind: 'other', json: deep } }])} />)
    expect(row('Deep')).toHaveTextContent('…')
  })

  it('scroll in their own place, within reach of the keyboard, when there are many segments', () => {
    const values = Array.from({ length: 60 }, (_, index) => index)
    render(<MetricsPanel session={session([{ name: 'cadence', value: { kind: 'perSegment', values } }])} />)
    expect(screen.getByRole('group', { name: 'Cadence, each segment' })).toHaveAttribute('tabindex', '0')
  })

  it('say so when there are none', () => {
    render(<MetricsPanel session={session([])} />)
    expect(screen.getByText('No metrics were recorded for this session.')).toBeInTheDocument()
  })
})
