export { makeBackup } from './make.ts';
export { restoreBackup } from './restore.ts';
export { BackupTrouble } from './trouble.ts';
export type { Manifest } from './manifest.ts';
