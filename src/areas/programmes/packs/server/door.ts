// What the door gives of packs to print.
export { askForPack, cancelPack, forgetPacks, showPack } from './packs.ts';
export { failPack, keepPack, readPackPart, stirPack, takePack } from './make-pack.ts';
