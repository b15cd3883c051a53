// Runs by itself, in a thread whose memory and time are limited: see read-file-apart.server.ts.
import { parentPort, workerData } from "node:worker_threads";
import { type FileToRead, readQuestionFile } from "./read-question-file.ts";

const file: FileToRead = workerData;
const read = await readQuestionFile(file);
parentPort?.postMessage(read);
