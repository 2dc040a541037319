import { test as base } from '@playwright/test'
import { guardContext } from './guard.ts'
import {
  createOrganization,
  deleteOrganization,
  type Organization,
  type OrganizationPlan,
} from './organization.ts'

export type EndToEndOptions = {
  /** What the test's own organisation is made with. */
  organizationPlan: OrganizationPlan
  /** Lines of the browser's console that this test provokes, such as a request that is refused. */
  expectedConsoleErrors: RegExp | null
}

type Fixtures = {
  /** An organisation of this test alone, with an admin, a coach and sessions; removed afterwards. */
  organization: Organization
  /** Fails the test on a policy violation, an error in the page or the console, or a foreign request. */
  guard: void
}

export const test = base.extend<EndToEndOptions & Fixtures>({
  organizationPlan: [{ sessions: 30, faults: false }, { option: true }],
  expectedConsoleErrors: [null, { option: true }],
  organization: async ({ context, organizationPlan }, use) => {
    const organization = await createOrganization(organizationPlan)
    await use(organization)
    // An open page still reads, a film above all, and would complain of what is removed under it.
    for (const page of context.pages()) await page.close()
    await deleteOrganization(organization)
  },
  guard: [
    async ({ context, baseURL, expectedConsoleErrors }, use) => {
      const check = await guardContext(context, baseURL ?? '', expectedConsoleErrors)
      await use()
      check()
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
