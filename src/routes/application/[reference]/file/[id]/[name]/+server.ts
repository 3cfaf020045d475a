import { fileResponse, readFile } from '#server/files';
import { endpoint } from '#server/web';

/** The applicant's cookie is sent to this address and not to /files; the same rule says who may have the file. */
export const GET = endpoint(readFile, { as: (file, { request }) => fileResponse(file, request) });
