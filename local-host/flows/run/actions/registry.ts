import type { ActionType } from "../step";
import { callConnector } from "./connector";
import { callChild, respond, terminate, wait } from "./control";
import { compose, join, parseJson, query, select } from "./data";
import { runForeach, runUntil } from "./loops";
import { runIf, runScope, runSwitch } from "./scopes";
import { table } from "./table";
import { appendToArray, appendToString, changeNumber, initialize, setVariable } from "./variables";

/** Action types that run, by lower-case name. Any other fails the action by name. */
export const ACTION_TYPES: Readonly<Record<string, ActionType>> = {
  scope: runScope, if: runIf, switch: runSwitch, foreach: runForeach, until: runUntil,
  terminate, wait, response: respond, workflow: callChild,
  initializevariable: initialize, setvariable: setVariable, incrementvariable: changeNumber(1), decrementvariable: changeNumber(-1),
  appendtoarrayvariable: appendToArray, appendtostringvariable: appendToString,
  compose, parsejson: parseJson, query, select, join, table,
  openapiconnection: callConnector,
};
