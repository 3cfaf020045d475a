import { showQuestionsAnswered } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(showQuestionsAnswered, { forAll: true });
