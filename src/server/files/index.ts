import './sweep.ts';

export { filesFolder, store, type Store } from './store.ts';
export { storeFile, type Limits, type Offer } from './store-file.ts';
export { mayRead } from './may-read.ts';
export { readFile, type OpenFile } from './read-file.ts';
export { fileResponse } from './response.ts';
export { bytesOf, filesOf, purgeFile, purgeFilesOf, type Bytes } from './keeping.ts';
export type { FileView } from './views.ts';
export type { Owner } from './file.sql.ts';
export { liesElsewhere } from './store.ts';
export {
	abandonUpload,
	addPiece,
	beginUpload,
	dropPiece,
	finishUpload,
	hoursKept,
	mostBytes,
	mostInPiece,
	mostMegabytes,
	receivePiece,
	uploadOf,
	uploadsOf,
	type ReceivedPiece,
	type UploadView
} from './uploads/index.ts';
