export { receivePiece, dropPiece, type ReceivedPiece } from './pieces.ts';
export { finishUpload } from './finish.ts';
export { hoursKept, mostBytes, mostInPiece, mostMegabytes } from './limits.ts';
export {
	abandonUpload,
	abandonUploadsOf,
	addPiece,
	beginUpload,
	uploadOf,
	uploadsOf,
	type UploadView
} from './uploads.ts';
