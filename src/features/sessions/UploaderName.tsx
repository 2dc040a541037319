import { useQuery } from '@tanstack/react-query'
import { uploadersQuery } from '../../queries/people.ts'
import { useSource } from '../../services.ts'
import { nameOf, useOwnName } from './filterWords.ts'

/** Who uploaded a session, by name; the id where nobody knows it, also while the names are on their way. */
export function UploaderName({ id }: { id: string }) {
  const source = useSource()
  const own = useOwnName(id)
  const { data: uploaders } = useQuery(uploadersQuery(source))
  const uploader = uploaders?.find((one) => one.id === id)
  const name = own ?? (uploader ? nameOf(uploader) : id)
  return (
    <span title={name}>
      <bdi>{name}</bdi>
    </span>
  )
}
