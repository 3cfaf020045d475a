import { answerMore, showMore } from '#areas/programmes/server';
import { heldPage } from '#server/web';
import { opened } from '../../../opened.ts';
import { saving } from '../../../../saving.ts';

export const load = heldPage(showMore);

export const actions = {
	default: saving(answerMore, ({ expression }) => `/application/${expression.reference}/more?saved`, opened)
};
