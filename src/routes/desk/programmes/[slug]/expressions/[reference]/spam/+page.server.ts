import { markAsSpam, showSpam, unmarkSpam } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showSpam);

const back = ({ slug, reference }: { slug: string; reference: string }) =>
	`/desk/programmes/${slug}/expressions/${reference}/spam`;

export const actions = { mark: formAction(markAsSpam, back), unmark: formAction(unmarkSpam, back) };
