import { endSeat, judgeConflict, showPanelDesk } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showPanelDesk);

const here = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/panel`;

export const actions = { end: formAction(endSeat, here), judge: formAction(judgeConflict, here) };
