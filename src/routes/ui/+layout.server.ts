import type { LayoutServerLoad } from './$types';
import { families } from './families.ts';

const themes = ['light', 'dark'];
const directions = ['ltr', 'rtl'] as const;

/** The gallery of the design system. ?theme=dark and ?dir=rtl stand in for the reader's settings, ?accent=1d3fbb for a host's. */
export const load: LayoutServerLoad = ({ url }) => {
	const theme = themes.find((one) => one === url.searchParams.get('theme'));
	const dir = directions.find((one) => one === url.searchParams.get('dir'));
	return {
		theme,
		dir,
		accent: url.searchParams.get('accent')?.replace(/^#/, ''),
		site: {
			name: 'Placard gallery',
			nav: [
				{ href: `/ui${url.search}`, text: 'All families', current: url.pathname.endsWith('/ui') },
				...families.map(({ path, name }) => ({
					href: `/ui/${path}${url.search}`,
					text: name,
					current: url.pathname.endsWith(`/ui/${path}`)
				}))
			],
			footer: [
				{ href: '/ui#privacy', text: 'Privacy' },
				{ href: '/ui#accessibility', text: 'Accessibility' }
			],
			about: 'The host says here who it is: a charity number, an address.'
		}
	};
};
