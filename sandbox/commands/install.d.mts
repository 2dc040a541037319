export function install(root: string): Promise<boolean>
export function installed(root: string): boolean
