import * as v from 'valibot';
import { Slug } from '#areas/campaigns';
import {
	handToCoordinator,
	readOwnWhole,
	readWhole,
	takeInCampaign,
	type CampaignToLeave
} from '#areas/campaigns/server';
import { EmailAddress } from '#shared/email-address';
import { ticked } from '#shared/fields';
import { Problem } from '#shared/problem';
import { ourselves, useCase, type Context } from '#server/use-case';
import { getLocale } from '#words/addresses';
import { campaignFiles, type Taken } from '../files.ts';
import { peopleIn, withPeople } from '../people.ts';
import { photosToLeave, takeInPhotos, type PhotoToLeave } from '../../photos/server/leaving.ts';
import { mustHavePhotos, readCampaign, type Photos } from '../read-campaign.ts';
import { leavingCoordinator } from './policy.ts';
import {
	isAnyHere,
	insertPointers,
	insertWholeBoard,
	listWholeBoards,
	readWholeBoard
} from './leaving.sql.ts';

export type Leaving = Taken & {
	address: string;
	boards: number;
	notes: number;
	/** What is no text, read as it is asked for. */
	photos: PhotoToLeave[];
};

/** `people`: also where a campaign is extremely sensitive. */
const Asked = v.object({ slug: Slug, people: ticked });

async function filesOf(context: Context, leaving: CampaignToLeave): Promise<Leaving> {
	const { id, whole: campaign, isNamed, nameOf } = leaving;
	const boards = [];
	const photos: PhotoToLeave[] = [];
	for (const head of await listWholeBoards(context.db, id)) {
		const kept = isNamed ? await photosToLeave(context, id, head) : [];
		boards.push({
			...(await readWholeBoard(context.db, head)),
			photos: kept.map(({ says }) => says)
		});
		photos.push(...kept);
	}
	const whole = { campaign, boards };
	const taken = campaignFiles(whole, await nameOf(peopleIn(whole)), getLocale());
	const notes = boards.reduce((sum, board) => sum + board.notes.length, 0);
	return { ...taken, photos, address: campaign.address, boards: boards.length, notes };
}

/** Whoever runs the machine takes a campaign out of it, with everything. */
export const exportCampaign = useCase('boards.exportCampaign', {
	input: Asked,
	on: (context, { slug, people }) => readWhole.within(context, { slug, people }),
	may: ourselves,
	run: (context, _, campaign) => filesOf(context, campaign)
});

/** A coordinator takes everything along. */
export const takeEverything = useCase('boards.takeEverything', {
	input: Asked,
	on: (context, { slug, people }) => readOwnWhole.within(context, { slug, people }),
	may: leavingCoordinator,
	run: (context, _, campaign) => filesOf(context, campaign)
});

/**
 * A campaign comes from another Placard, all of it or nothing: what stands here afterwards is read again and must give
 * the same hash. Only its members see it; `coordinator` is asked to take part here, since the others have no account.
 */
export const importCampaign = useCase('boards.importCampaign', {
	input: v.object({
		files: v.record(v.string(), v.string()),
		photos: v.optional(
			v.custom<Photos>((value) => value instanceof Map),
			() => new Map()
		),
		coordinator: v.optional(EmailAddress)
	}),
	on: () => Promise.resolve({}),
	may: ourselves,
	async run(context, { files, photos, coordinator }) {
		const given = new Map(Object.entries(files));
		const { people, ...read } = readCampaign(given);
		await mustHavePhotos(read, photos);
		const notesIn = read.boards.flatMap((board) => board.notes.map((note) => note.id));
		if (await isAnyHere(context.db, notesIn)) throw new Problem('campaign-is-here');
		const arriving = { whole: read.campaign, people };
		const { id, ids } = await takeInCampaign.within(context, arriving);
		const { boards } = withPeople(read, (key) => ids.get(key)!);
		for (const board of boards) {
			const own = await insertWholeBoard(context.db, id, board);
			await takeInPhotos(context, { campaign: id, board: own, whole: board }, photos);
		}
		for (const { pointers } of boards) await insertPointers(context.db, pointers);
		const { hash, address, notes } = await exportCampaign.within(context, {
			slug: read.campaign.address,
			people: 'yes'
		});
		const before = hashIn(read, people);
		if (hash !== before) throw new Problem('campaign-not-the-same');
		if (coordinator) await handToCoordinator.within(context, { id, email: coordinator });
		return { address, hash, boards: boards.length, notes };
	}
});

/** What the files that came say of themselves. */
function hashIn(
	read: Parameters<typeof withPeople>[0],
	people: { key: string; name: string | null }[]
): string {
	const names = new Map(people.flatMap(({ key, name }) => (name === null ? [] : [[key, name] as const])));
	return campaignFiles(read, names, getLocale()).hash;
}
