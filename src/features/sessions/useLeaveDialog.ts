import { useLocation, useNavigate } from 'react-router'

/** Leaves a dialog's address: back to where it was opened, or to `home` when the address was opened cold. */
export function useLeaveDialog(home: string): () => void {
  const navigate = useNavigate()
  const { key } = useLocation()
  return () => void (key === 'default' ? navigate(home, { replace: true }) : navigate(-1))
}
