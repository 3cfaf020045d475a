import type { PageServerLoad } from './$types';

/** A desk as staff see it, for the gallery. */
export const load: PageServerLoad = () => ({
	desk: {
		nav: [
			{ href: '/ui/desk#today', text: 'Today' },
			{ href: '/ui/desk', text: 'Programmes', current: true },
			{ href: '/ui/desk#expressions', text: 'Expressions' },
			{ href: '/ui/desk#outbox', text: 'Outbox' },
			{ href: '/ui/desk#people', text: 'People' }
		],
		person: 'Rosa Ibarra',
		signOut: '/ui/desk'
	}
});
