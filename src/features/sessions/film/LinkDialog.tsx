import { commonText } from '../../../messages/common.ts'
import { copyLinkText as text } from '../../../messages/events.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/fields.tsx'

/** An address to be copied by hand, selected already. */
export function LinkDialog({ address, onClose }: { address: string; onClose: () => void }) {
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      actions={<Button onClick={onClose}>{commonText.close}</Button>}
    >
      <p>{text.refused}</p>
      <TextField
        label={text.address}
        readOnly
        autoFocus
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  )
}
