import { expect, test } from 'vitest';
import type { FileKind } from '#shared/file-kinds';
import type { Question } from './question.ts';
import { read } from './read.ts';
import { kindsFor, playsAs, type Medium } from './recording.ts';

const ask = (media: readonly Medium[]): Question => ({
	kind: 'recording',
	media,
	mostMegabytes: 200,
	key: 'q',
	label: { text: 'Q' },
	seenBy: 'panel'
});
const file = (kind: FileKind, medium?: Medium) => ({
	file: 'a',
	name: `a.${kind}`,
	kind,
	bytes: 1,
	...(medium ? { medium } : {})
});

test('a recording is an answer where such recordings are asked for, and nothing else is', () => {
	expect(read(ask(['audio']), file('mp3')).value).toEqual(file('mp3'));
	expect(read(ask(['signed-video']), file('mp4')).value).toEqual(file('mp4'));
	for (const [media, typed] of [
		[['audio'], file('mov')],
		[['video'], file('pdf')],
		[['video'], 'a film']
	] as const)
		expect(read(ask(media), typed).wrong?.code).toBe('wrong-kind');
});

test('what a browser records may be sound or film, and is taken for either', () => {
	expect(kindsFor(['audio'])).toContain('webm');
	expect(kindsFor(['signed-video'])).toContain('webm');
	expect(kindsFor(['audio', 'video', 'signed-video'])).toEqual([...new Set(kindsFor(['audio', 'video']))]);
});

test('it plays as what its maker said it is, else as what it looks like', () => {
	expect(playsAs(file('webm', 'audio'))).toBe('audio');
	expect(playsAs(file('webm', 'signed-video'))).toBe('video');
	expect(playsAs(file('webm'))).toBe('video');
	expect(playsAs(file('m4a'))).toBe('audio');
});
