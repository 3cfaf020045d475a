import { qrOf } from '#server/identity';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	qr: qrOf('otpauth://totp/example.org:eira%40example.org?secret=JBSWY3DPEHPK3PXP')
});
