import type { PageServerLoad } from './$types';

/** A host with its own name and logo, and a menu as short as a real one. */
export const load: PageServerLoad = () => ({
	site: {
		name: 'Common Ground Data Trust',
		logo: { src: '/icon.svg', alt: 'Common Ground Data Trust logo', width: 52, height: 52 },
		nav: [
			{ href: '/ui', text: 'Gallery' },
			{ href: '/ui/whole', text: 'Programmes', current: true },
			{ href: '/ui/moving', text: 'Case studies' },
			{ href: '/ui/messages', text: 'Support' }
		],
		footer: [
			{ href: '#privacy', text: 'Privacy' },
			{ href: '#accessibility', text: 'Accessibility' },
			{ href: '#contact', text: 'Contact' }
		],
		about: 'Common Ground Data Trust is an imaginary charity.'
	}
});
