import { redeemReturnCode } from '#areas/programmes/server';
import { formAction, keepOpen, tries } from '#server/web';

export const actions = {
	default: formAction(
		redeemReturnCode,
		(opened, event) => {
			keepOpen(event, opened);
			const home = `/application/${opened.reference}`;
			const onward = event.url.searchParams.get('to') ?? '';
			return onward.startsWith(`${home}/`) ? onward : home;
		},
		{ guard: tries('use-link') }
	)
};
