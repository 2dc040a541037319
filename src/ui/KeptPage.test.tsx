import { render, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { expect, it } from 'vitest'
import { KeptPage } from './KeptPage.tsx'

const running = new Set<string>()

function Page() {
  useEffect(() => {
    running.add('page')
    return () => void running.delete('page')
  }, [])
  return <h1>List</h1>
}

it('leaves the document while it is not shown, rests, and comes back as it was', () => {
  const page = (shown: boolean) => (
    <KeptPage shown={shown}>
      <Page />
    </KeptPage>
  )
  const { rerender } = render(page(true))
  const before = screen.getByRole('heading')
  expect(running.has('page')).toBe(true)
  rerender(page(false))
  expect(screen.queryByText('List')).toBeNull()
  expect(running.has('page')).toBe(false)
  rerender(page(true))
  expect(screen.getByRole('heading', { name: 'List' })).toBe(before)
  expect(before).toBeVisible()
  expect(running.has('page')).toBe(true)
})
