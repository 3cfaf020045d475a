import { beginUpload } from '#areas/programmes/server';
import { uploadsAddress } from '#server/web';

export const { POST, OPTIONS } = uploadsAddress(beginUpload);
