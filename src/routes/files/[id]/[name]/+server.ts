import { fileResponse, readFile } from '#server/files';
import { endpoint } from '#server/web';

export const GET = endpoint(readFile, { as: (file, { request }) => fileResponse(file, request) });
