import type { Verb } from '../answer.ts';
import { argumentsOf } from './arguments.ts';
import { check, commit, page, pickOne, proof, verify } from './steps.ts';

const steps = { commit, pick: pickOne, verify, proof, check, page };

export const draw: Verb = {
	summary: 'Draws lots so that anybody can check them: a commitment first, then a public number decides',
	usage:
		'commit LIST | pick LIST --beacon VALUE | verify DRAW LIST | proof LIST --id ID --secret FILE | check DRAW PROOF | page --out FILE',
	details: `
  commit LIST.json     before the number is known: prints the digest of the list, to be published with the round that decides
  pick LIST.json       after it: prints which outcome the number means
  verify DRAW LIST     says whether a published draw is what list and number mean, and that the commitment came first
  proof LIST.json      what one person is given: where they are in the list, and nothing of anybody else
  check DRAW PROOF     says whether a published draw holds for that person, and whether they are among those drawn
  page                 writes the page by which anybody checks a draw in a browser, without a network
  LIST.json            {"panels": [[id, …], …]}, all equally likely; its bytes count, so keep the file as it is; - reads
                       standard input
  --beacon VALUE       the public number: hexadecimal figures, or what was drawn as text, like "3 17 22 41"
  --committed INSTANT  when the commitment was published, and
  --drawn INSTANT      when the number became known: the draw is refused unless it is later
  --secret FILE        at least 16 random bytes that the host keeps and shows whoever audits: commit and pick then print
                       the root that everybody's own proof leads to, and verify looks whether it is of this list
  --id ID              whose proof it is
  --outcomes M         how many outcomes, where the list is an extract
  --out FILE           where the answer goes (default: standard output)

Exit code 1 when a draw is not what it says.`,
	async run(args) {
		const asked = argumentsOf(args);
		return steps[asked.step as keyof typeof steps](asked);
	}
};
