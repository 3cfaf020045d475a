import sharp from 'sharp';
import { endingOf, fileKinds } from '#shared/file-kinds';
import type { Answer } from './child.ts';
import type { Trial } from './makers.ts';

type Kept = Extract<Answer, { kept: unknown }>['kept'];

/** What is wrong with how a file was taken; nothing, when all is well. */
export async function complaintAbout({ then, lacks }: Trial, answer: Answer): Promise<string | undefined> {
	if ('bug' in answer) return `a bug: ${answer.bug}`;
	if ('code' in answer) return then === 'kept' ? `refused with ${answer.code}` : sentenceComplaint(answer);
	if (then === 'refused') return `kept as ${answer.kept.kind}`;
	if (lacks && answer.kept.bytes.includes(lacks)) return `still has ${lacks}`;
	return nameComplaint(answer.kept) ?? pictureComplaint(answer.kept);
}

function sentenceComplaint({ code, sentence }: { code: string; sentence: string }): string | undefined {
	if (!code.startsWith('file-')) return `refused with ${code}, which is not about the file`;
	return /^\p{Lu}.{15,300}\.$/u.test(sentence) && !/[{}]|undefined/.test(sentence)
		? undefined
		: `${code} has no sentence: ${sentence}`;
}

function nameComplaint({ name, kind, disposition }: Kept): string | undefined {
	if (/[\p{C}/\\<>:"|?*]/u.test(name) || name.startsWith('.') || Buffer.byteLength(name) > 160)
		return `the name ${name}`;
	if (!(fileKinds[kind].extensions as readonly string[]).includes(endingOf(name)))
		return `${kind} called ${name}`;
	return /^attachment; filename="[^"\\%]+"; filename\*=UTF-8''[\w.~!$&+%-]+$/.test(disposition)
		? undefined
		: `the header ${disposition}`;
}

async function pictureComplaint({ kind, bytes }: Kept): Promise<string | undefined> {
	if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') return undefined;
	const { format, exif, xmp, icc, iptc } = await sharp(Buffer.from(bytes, 'latin1'), {
		animated: true
	}).metadata();
	if (format !== kind) return `${kind} became ${format}`;
	return (exif ?? xmp ?? icc ?? iptc) ? 'it still tells of its camera' : undefined;
}
