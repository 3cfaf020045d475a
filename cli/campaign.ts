import { parseArgs } from 'node:util';
import { filesIn } from '../src/areas/boards/leaving/ui/campaign-zip.ts';
import {
	mustHavePhotos,
	readCampaign,
	UnusableCampaign,
	type Photos
} from '../src/areas/boards/leaving/read-campaign.ts';
import { exportCampaign, importCampaign } from '#areas/boards/server';
import { prepareDatabase } from '#server/jobs';
import { house } from '#shared/actor';
import { Problem } from '#shared/problem';
import { answer, answerInto, exit, Unusable, type Verb } from './answer.ts';
import { writeFiles } from './campaign-files.ts';
import { openDatabase } from './database.ts';
import { readFiles } from './read-campaign-files.ts';

const text = { type: 'string' } as const;

export const exportVerb: Verb = {
	summary: 'Takes a campaign along with everything, in open formats',
	usage: '--campaign ADDRESS DIR [--people] [--out FILE] [--data DIR]',
	details: `
  --campaign ADDRESS  the last part of its address: damp-watch-7kq2mp
  DIR                 a new folder; where it ends in .zip, a zip file
  --people            also who takes part in a campaign that is extremely sensitive. Its file names nobody without this
  --out FILE          where the answer goes (default: standard output)
  --data DIR          where Placard keeps its own database (default: ./data); not used with DATABASE_URL

Every state of every note, as JSON that placard import reads, and beside it tables, text and pictures for people, and the
photos of paper that were kept (of a campaign that is extremely sensitive with --people alone). No email addresses. The answer has a hash: the same campaign gives the same one wherever it is.`,
	async run(args) {
		const { values, positionals } = parseArgs({
			args,
			options: { campaign: text, people: { type: 'boolean' }, out: text, data: text },
			allowPositionals: true
		});
		answerInto(values.out);
		const [target, more] = positionals;
		const { campaign: slug } = values;
		if (!slug) throw new Unusable('Say which campaign: --campaign and the last part of its address.');
		if (!target || more) throw new Unusable('Name one new folder or zip file to write.');
		return withDatabase(values.data, async () => {
			const asked = { slug, people: values.people ? 'yes' : '' };
			const leaving = await known(slug, exportCampaign(house, asked));
			await writeFiles(target, filesIn(leaving));
			const { address, hash, boards, notes } = leaving;
			answer(JSON.stringify({ address, hash, boards, notes, photos: leaving.photos.length }));
		});
	}
};

export const importVerb: Verb = {
	summary: 'Takes in a campaign from another Placard',
	usage: 'DIR [--coordinator EMAIL] [--out FILE] [--data DIR]',
	details: `
  DIR                  what placard export wrote: a folder or a zip file
  --coordinator EMAIL  who is asked to coordinate it here. The others are known by name and have no account here
  --out FILE           where the answer goes (default: standard output)
  --data DIR           where Placard keeps its own database (default: ./data); not used with DATABASE_URL

All of it or nothing. Its members alone see it until somebody shares it. What was taken in is read again and has the same
hash as where it came from.`,
	async run(args) {
		const { values, positionals } = parseArgs({
			args,
			options: { coordinator: text, out: text, data: text },
			allowPositionals: true
		});
		answerInto(values.out);
		const [from, more] = positionals;
		if (!from || more) throw new Unusable('Name one folder or zip file to read.');
		const { files, photos } = await readFiles(from);
		await refuseUnusable(from, files, photos);
		const { coordinator } = values;
		return withDatabase(values.data, async () => {
			const arriving = importCampaign(house, {
				files,
				photos,
				...(coordinator === undefined ? {} : { coordinator })
			});
			answer(JSON.stringify(await known(from, arriving)));
		});
	}
};

/** Before any database is opened: whoever has a damaged file hears so at once. */
async function refuseUnusable(from: string, files: Record<string, string>, photos: Photos): Promise<void> {
	try {
		await mustHavePhotos(readCampaign(new Map(Object.entries(files))), photos);
	} catch (error) {
		if (error instanceof UnusableCampaign) throw new Unusable(`${from}: ${error.message}`);
		throw error;
	}
}

const sentences: Record<string, string> = {
	'not-found': 'There is no campaign with that address here.',
	'campaign-is-here': 'This campaign is here already.',
	'campaign-not-the-same': 'What was kept is not what the files say, so nothing was taken in.',
	'file-too-many-points': 'A photo in it is larger than any that a Placard makes, so nothing was taken in.',
	'is-member': 'Whoever is to coordinate it takes part already.'
};

async function known<T>(what: string, doing: Promise<T>): Promise<T> {
	try {
		return await doing;
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		const sentence = sentenceOf(error.code, what);
		if (!sentence) throw error;
		throw new Unusable(`${what}: ${sentence}`);
	}
}

function sentenceOf(code: string, what: string): string | undefined {
	if (code === 'unusable' && what) return 'That is not an address.';
	const isOfPhoto = code.startsWith('file-');
	return (
		sentences[code] ??
		(isOfPhoto ? 'A photo in it is none that a Placard made, so nothing was taken in.' : undefined)
	);
}

async function withDatabase(data: string | undefined, work: () => Promise<void>): Promise<number> {
	const database = await openDatabase(data);
	try {
		await prepareDatabase(database.url);
		await work();
		return exit.done;
	} finally {
		await database.close();
	}
}
