import { abandonUpload, addUploadPiece, finishUpload, showUpload } from '#areas/programmes/server';
import { uploadAddress } from '#server/web';

export const { HEAD, PATCH, PUT, DELETE } = uploadAddress({
	show: showUpload,
	add: addUploadPiece,
	finish: finishUpload,
	abandon: abandonUpload
});
