// What the door gives of the selection board.
export { askForCohort, giveVoice, stopSolving, takeCohort } from './acts.ts';
export { commitDraw, drawLots, voidDraw } from './drawing.ts';
export { giveDrawList, giveDrawProof } from './draw-files.ts';
export { showDraws } from './public-draws.ts';
export { showBoard, type BoardView } from './showing.ts';
export { failSolving, keepSolving, sayHowFar, takeSolving } from './solve.ts';
