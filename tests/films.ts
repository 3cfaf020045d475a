import { randomBytes } from 'node:crypto';

/** The beginning of a WebM, and noise: what it is is told from its bytes. */
const head = '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701';

export function aFilm(name: string): File {
	return new File([Buffer.concat([Buffer.from(head, 'hex'), randomBytes(5000)])], name, {
		type: 'video/webm'
	});
}
