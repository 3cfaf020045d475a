/** A file on a disk, or bytes that are at hand already. */
export type Bytes = {
	read(into: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
};

/** Exactly these bytes of a file, or as many of them as there are. */
export async function readPart(file: Bytes, position: number, length: number): Promise<Buffer> {
	const buffer = Buffer.alloc(length);
	const { bytesRead } = await file.read(buffer, 0, length, position);
	return buffer.subarray(0, bytesRead);
}
