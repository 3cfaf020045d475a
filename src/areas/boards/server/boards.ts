import { stand } from '#areas/campaigns/server';
import { levelsFor, narrower, shareLevels, type ShareLevel } from '#areas/campaigns';
import { Problem, Unusable } from '#shared/problem';
import { useCase } from '#server/use-case';
import { getLocale } from '#words/addresses';
import { ByBoard, ByCampaign, Making, Marking, Setting } from '../board.schema.ts';
import { forgetPhotographers } from '../photos/server/photo.sql.ts';
import { withLanes } from '../own-lanes.ts';
import { templateOf } from '../templates.ts';
import { said } from '../words.ts';
import { forgetWriters, insertBoard, insertMoment, nextChange, updateBoard } from './board.sql.ts';
import { boardKeeper, boardReader, boardWriter, seen } from './seen.ts';
import { boardLines, boardView, type BoardLine, type BoardView } from './views.ts';
import { campaignMember, campaignReader } from './policy.ts';

export type Boards = {
	slug: string;
	name: string;
	share: ShareLevel;
	isMember: boolean;
	isCoordinator: boolean;
	boards: BoardLine[];
};

/** The boards of a campaign that whoever looks is shown. */
export const listBoards = useCase('boards.listBoards', {
	input: ByCampaign,
	on: (context, { slug, as }) => stand.within(context, { slug, as }),
	may: campaignReader,
	async run(context, _, standing): Promise<Boards> {
		const { campaign, member, reader } = standing;
		const from = { member: 'private', cohort: 'cohort', anybody: 'public' } as const;
		const levels = shareLevels.slice(shareLevels.indexOf(from[reader]));
		const boards = await boardLines(context, standing, levels);
		return {
			slug: campaign.slug,
			name: campaign.name,
			share: campaign.share,
			isMember: member !== null,
			isCoordinator: member?.part === 'coordinator',
			boards: boards.map((one) => ({ ...one, share: narrower(one.share, campaign.share) }))
		};
	}
});

/** Only who takes part sees it until somebody shares it. */
export const makeBoard = useCase('boards.makeBoard', {
	input: Making,
	on: (context, { slug }) => stand.within(context, { slug }),
	may: campaignMember,
	async run(context, { template: key, name, lanes, hidesWriters }, { campaign, member }) {
		const template = templateOf(key);
		if (!template) throw new Unusable({ template: 'not-an-option' });
		const { isAnonymous } = template;
		const board = await insertBoard(context.db, {
			campaign: campaign.id,
			name: name || said(template.name),
			template: withLanes(template, lanes, getLocale()),
			share: 'private',
			hidesWriters: isAnonymous === 'always' || (isAnonymous === 'chosen' && hidesWriters),
			madeAt: context.now,
			madeBy: member!.person
		});
		await context.record('board.made', { id: board.id, campaign: campaign.id, template: key });
		return { slug: campaign.slug, board: board.number };
	}
});

/** A board, as whoever looks is shown it; every file of it is made of this. */
export const showBoard = useCase('boards.showBoard', {
	input: ByBoard,
	on: seen,
	may: boardReader,
	run: (context, _, there): Promise<BoardView> => boardView(context, there)
});

/** What it is called, who sees it, whether it is at work. */
export const setBoard = useCase('boards.setBoard', {
	input: Setting,
	on: seen,
	may: boardKeeper,
	async run(context, { name, share, hidesWriters, isPutAway }, { board, campaign }) {
		if (!levelsFor(campaign).includes(share)) throw new Unusable({ share: 'not-an-option' });
		mustStayHidden(board, hidesWriters);
		const putAwayAt = isPutAway ? (board.putAwayAt ?? context.now) : null;
		await updateBoard(context.db, board.id, { name, share, hidesWriters, putAwayAt });
		if (hidesWriters && !board.hidesWriters) {
			await forgetWriters(context.db, board.id);
			await forgetPhotographers(context.db, board.id);
		}
		await context.record('board.set', { id: board.id, campaign: campaign.id, share });
		return { slug: campaign.slug, board: board.number };
	}
});

/** Whoever wrote on a board that shows no names did so because of it. */
function mustStayHidden(board: { hidesWriters: boolean; notes: number }, hidesWriters: boolean): void {
	if (board.hidesWriters && !hidesWriters && board.notes > 0) throw new Problem('board-stays-nameless');
}

/** A moment to come back to: our last meeting. */
export const markMoment = useCase('boards.markMoment', {
	input: Marking,
	on: seen,
	may: boardWriter,
	async run(context, { name }, there) {
		const { board, campaign, member } = there;
		const { change } = await nextChange(context.db, board.id);
		await insertMoment(context.db, { board: board.id, name, change, at: context.now, by: member!.person });
		await context.record('board.marked', { id: board.id, campaign: campaign.id });
		return { slug: campaign.slug, board: board.number };
	}
});
