import * as v from 'valibot';
import { text } from '#shared/fields';
import { InCall } from '../expression-desk.schema.ts';
import { Edition } from '../note.schema.ts';

/** An hour of speech has some 9,000 words. */
export const mostOfTranscript = 60_000;

export const ByRecording = v.object({
	...InCall.entries,
	question: v.pipe(v.string('missing'), v.maxLength(100, 'wrong-kind'))
});

/** Nothing written takes it away. */
export const WriteTranscript = v.object({
	...ByRecording.entries,
	words: text(mostOfTranscript),
	edition: Edition
});
