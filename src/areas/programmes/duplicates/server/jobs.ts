import { template } from '#server/mail';
import { on } from '#server/use-case';
import * as m from '#words';
import { wayBack } from '../../server/expression-letters.ts';
import { letterView, type LetterView } from '../../server/letter-views.ts';
import { tellApplicantOf } from '../../server/tell-applicant.ts';
import { findMergingTimes, isMergedAway } from './pair.sql.ts';

on('expression.merged', async function tellOfMerging(context, { id, merging }) {
	const times = await findMergingTimes(context.db, String(merging));
	if (times)
		await tellApplicantOf(context, String(id), {
			template: 'expression-merged',
			what: 'merged',
			about: times.at
		});
});

on('expression.unmerged', async function tellOfUndoing(context, { id, merging }) {
	const times = await findMergingTimes(context.db, String(merging));
	if (times?.undoneAt)
		await tellApplicantOf(context, String(id), {
			template: 'expression-unmerged',
			what: 'unmerged',
			about: times.undoneAt
		});
});

/** Neither letter says with whose application: that may be somebody else's. */
letter('expression-merged', {
	merged: true,
	called: m.asking_mail_merged_called,
	subject: m.asking_mail_merged_subject,
	body: (view) => [
		m.asking_mail_merged({ programme: view.expression.call.name }),
		m.asking_mail_merged_stays()
	]
});

letter('expression-unmerged', {
	merged: false,
	called: m.asking_mail_unmerged_called,
	subject: m.asking_mail_merged_subject,
	body: (view) => [m.asking_mail_unmerged({ programme: view.expression.call.name })]
});

type Words = {
	merged: boolean;
	called: () => string;
	subject: (details: { reference: string }) => string;
	body: (view: LetterView) => string[];
};

/** Not sent any more when it is otherwise by then. */
function letter(name: string, { merged, called, subject, body }: Words): void {
	template<LetterView>(name, {
		called,
		async on(context, details) {
			const view = await letterView(context, details, ['sent']);
			return view && (await isMergedAway(context.db, view.expression.id)) === merged ? view : undefined;
		},
		subject: ({ expression: { reference } }) => subject({ reference }),
		body: (view) => [...body(view), ...wayBack(view)]
	});
}
