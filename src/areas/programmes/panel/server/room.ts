import { useCase, type Context } from '#server/use-case';
import * as v from 'valibot';
import { findCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { InCall } from '../../expression-desk.schema.ts';
import type { ExpressionView } from '../../server/expression-views.ts';
import { entryFor, type Entry } from '../../server/expression-list-views.ts';
import { invitedToPanel, phaseEnder, releasingChair, unconflictedPanellist } from './policy.ts';
import { noteReading, readable, viewsFor } from './reading.ts';
import { listForPanel } from './panel-list.sql.ts';
import { nextPhase, phaseAt, type Phase } from '../phases.ts';
import { listPhases } from './phase.sql.ts';
import { listSeatsOf, listTies, type Part, type TieRow } from './seat.sql.ts';
import { offered } from './seats.ts';
import { seatOf, sittingOf } from './sitting.ts';
import { phaseLines, type PhaseLine } from './views.ts';

export type PanelLine = { slug: string; name: string; part: Part; isTaken: boolean; phase: Phase | null };

/** Every panel that somebody sits on, or is asked to sit on. */
export const listPanels = useCase('programmes.listPanels', {
	input: v.object({}),
	on: ({ actor }) => (actor.kind === 'person' ? { person: actor.id } : undefined),
	may: signedInPerson,
	async run(context, _, { person }): Promise<PanelLine[]> {
		const lines: PanelLine[] = [];
		for (const row of await listSeatsOf(context.db, person)) {
			const seat = await seatOf(context, row.call);
			const call = seat && (await findCall(context.db, seat.call));
			if (!seat || !call) continue;
			const phase = phaseAt(await listPhases(context.db, call.id), context.now);
			lines.push({
				slug: call.slug,
				name: call.content.name,
				part: seat.part,
				isTaken: seat.acceptedAt !== null,
				phase
			});
		}
		return lines;
	}
});

/** Whoever is signed in, for what is theirs. */
function signedInPerson(actor: Context['actor'], { person }: { person: string }): boolean {
	return actor.kind === 'person' && actor.id === person;
}

export type PanelRoom = {
	slug: string;
	name: string;
	host: string;
	zone: string;
	part: Part;
	isTaken: boolean;
	hasDeclared: boolean;
	ties: TieRow[];
	phases: PhaseLine[];
	phase: Phase | null;
	names: boolean;
	isRecused: boolean;
	isActingChair: boolean;
	/** What the call leaves to them as the acting chair. */
	maySetPhase: boolean;
	mayRelease: boolean;
	/** Nothing until the phase shows any. */
	entries: Entry[];
};

/** A panellist's own room: what is asked of them, what this phase shows, and what there is to read. */
export const showPanelRoom = useCase('programmes.showPanelRoom', {
	input: BySlug,
	on: offered,
	may: invitedToPanel,
	async run(context, { slug }, { seat, call }): Promise<PanelRoom> {
		const sitting = await sittingOf(context, call);
		const rows = sitting ? await listForPanel(context.db, sitting) : [];
		const views = sitting ? await viewsFor(context, sitting, rows) : [];
		const { name, host } = call.content;
		return {
			slug,
			name,
			host,
			zone: call.zone,
			part: seat.part,
			isTaken: seat.acceptedAt !== null,
			hasDeclared: seat.declaredAt !== null,
			ties: await listTies(context.db, seat.id),
			phases: await phaseLines(context, call),
			phase: sitting?.phase ?? null,
			names: sitting?.names ?? false,
			isRecused: sitting?.isRecused ?? false,
			isActingChair: sitting?.isActingChair ?? false,
			maySetPhase:
				sitting !== undefined && phaseEnder(context.actor, sitting) && nextPhase(sitting.phase) !== null,
			mayRelease: sitting !== undefined && releasingChair(context.actor, sitting),
			entries: views.map(lineFor)
		};
	}
});

/** A line for the panel: nothing of what staff keep beside it. */
function lineFor(view: ExpressionView): Entry {
	return entryFor(view, { changed: false, notes: 0, wanted: [], case: { tags: [], assigned: null } });
}

export type PanelReading = { slug: string; programme: string; expression: ExpressionView; names: boolean };

/** One application, as the panel reads it. */
export const readForPanel = useCase('programmes.readForPanel', {
	input: InCall,
	on: readable,
	may: unconflictedPanellist,
	async run(context, { slug }, sitting): Promise<PanelReading> {
		const [expression] = await viewsFor(context, sitting, [sitting.expression]);
		await noteReading(context, sitting);
		return { slug, programme: sitting.call.content.name, expression: expression!, names: sitting.names };
	}
});
