import { mayRead, narrower, type ShareLevel } from '#areas/campaigns';
import { nameWriters, stand, type Standing } from '#areas/campaigns/server';
import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { ByCampaign } from '../../board.schema.ts';
import { nextChange, type BoardRow } from '../../server/board.sql.ts';
import { writerOn } from '../../server/changing.ts';
import { listNoteRows } from '../../server/note.sql.ts';
import { campaignMember, campaignReader } from '../../server/policy.ts';
import { shownTo } from '../../server/views.ts';
import { templateOf } from '../../templates.ts';
import { Agreeing, ByBox } from '../canvas.schema.ts';
import { boxStates, type BoxState } from '../progress.ts';
import { endAgreement, findCanvas, insertAgreement, lastChanges, listAgreements } from './canvas.sql.ts';

export type CanvasView = {
	slug: string;
	name: string;
	share: ShareLevel;
	isCoordinator: boolean;
	/** The number of the canvas; null: there is none, or it is not shown to whoever looks. */
	board: number | null;
	mayAgree: boolean;
	boxes: BoxState[];
};

/** Where a campaign is: how far each box of its canvas is, as far as whoever looks is shown the canvas. */
export const showCanvas = useCase('boards.showCanvas', {
	input: ByCampaign,
	on: (context, { slug, as }) => stand.within(context, { slug, as }),
	may: campaignReader,
	async run(context, _, standing): Promise<CanvasView> {
		const { campaign, member } = standing;
		const canvas = await shownCanvas(context, standing);
		return {
			slug: campaign.slug,
			name: campaign.name,
			share: campaign.share,
			isCoordinator: member?.part === 'coordinator',
			board: canvas?.number ?? null,
			mayAgree: canvas !== undefined && member !== null && member.part !== 'guest',
			boxes: canvas ? await named(context, standing, await statesOf(context, standing, canvas)) : noBoxes
		};
	}
});

const noBoxes = boxStates({ template: templateOf('canvas')!, lanes: [], changes: new Map(), agreements: [] });

async function shownCanvas(context: Context, { campaign, reader }: Standing): Promise<BoardRow | undefined> {
	const canvas = await findCanvas(context.db, campaign.id);
	return canvas && mayRead(reader, narrower(canvas.share, campaign.share)) ? canvas : undefined;
}

async function statesOf({ db }: Context, { member }: Standing, board: BoardRow): Promise<BoxState[]> {
	const rows = shownTo({ member, board }, await listNoteRows(db, board.id));
	return boxStates({
		template: board.template,
		lanes: rows.map(({ lane }) => lane),
		changes: await lastChanges(db, board.id),
		agreements: await listAgreements(db, board.id)
	});
}

/** Who agreed is said to who is shown who takes part. */
async function named(context: Context, { campaign, reader, member }: Standing, states: BoxState[]) {
	const persons = member ? states.flatMap(({ agreed }) => agreed?.by ?? []) : [];
	const names = await nameWriters.within(context, { slug: campaign.slug, as: reader, persons });
	return states.map((one) => ({
		...one,
		agreed: one.agreed && { at: one.agreed.at, by: names.get(one.agreed.by ?? '') ?? null }
	}));
}

async function withCanvas(context: Context, { slug }: { slug: string }) {
	const standing = await stand.within(context, { slug });
	const board = standing.member && (await findCanvas(context.db, standing.campaign.id));
	return board ? { ...standing, board } : undefined;
}

/** A group agrees on what stands in a box now. Of what changed meanwhile, whoever agrees is told first. */
export const agreeOnBox = useCase('boards.agreeOnBox', {
	input: Agreeing,
	on: withCanvas,
	may: campaignMember,
	async run(context, { box, seen: last }, there) {
		const { db, now: at, record } = context;
		const { board, campaign } = there;
		const { change } = await nextChange(db, board.id);
		const now = (await statesOf(context, there, board)).find((one) => one.box === box)!;
		if (now.last !== last) throw new Problem('box-changed-meanwhile');
		if (now.state === 'empty') throw new Problem('box-empty');
		if (now.state === 'begun') {
			const by = writerOn(there);
			await endAgreement(db, { board: board.id, box, at, by });
			await insertAgreement(db, board.id, { box, change, at, by });
			await record('box.agreed', { id: board.id, campaign: campaign.id, box });
		}
		return { slug: campaign.slug, board: board.number };
	}
});

/** It is not agreed after all. */
export const reopenBox = useCase('boards.reopenBox', {
	input: ByBox,
	on: withCanvas,
	may: campaignMember,
	async run({ db, now: at, record }, { box }, there) {
		const { board, campaign } = there;
		const isEnded = await endAgreement(db, { board: board.id, box, at, by: writerOn(there) });
		if (isEnded) await record('box.reopened', { id: board.id, campaign: campaign.id, box });
		return { slug: campaign.slug, board: board.number };
	}
});
