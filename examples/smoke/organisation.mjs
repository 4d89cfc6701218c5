import { NoAnswer, reasonOf } from "./messages.mjs";

/** Why a request failed, as the Web API words it. */
function refusalOf(response, text) {
  try {
    const { error } = JSON.parse(text);
    return `${response.status} ${error.code} ${error.message}`;
  } catch {
    // A proxy or a login page answers in HTML: its status says all that is of use.
    return `${response.status} ${response.statusText}`;
  }
}

/** Status and text of an answer. Throws NoAnswer when none comes, or not all of it. */
async function answered(url, request) {
  try {
    const response = await fetch(url, request);
    return { response, text: await response.text() };
  } catch (error) {
    throw new NoAnswer(reasonOf(error));
  }
}

/** The body of an answer. Throws Error when it is no object: then it is no Web API that answers. */
function bodyOf({ status }, text) {
  if (status === 204) return {};
  try {
    const body = JSON.parse(text);
    if (typeof body === "object" && body !== null) return body;
  } catch {
    // A login page, or text of a proxy.
  }
  throw new Error(`${status}, but the answer is not one of the Web API`);
}

/**
 * The Web API of an organisation. Redirects are errors, so that the token goes nowhere else.
 * All functions give the parsed body; they throw NoAnswer, or Error with the Web API's words.
 */
export function openOrganisation({ origin, token, timeoutMs }) {
  async function ask(path, { headers: more, ...request }) {
    const headers = { accept: "application/json", "odata-version": "4.0", "odata-maxversion": "4.0", "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...more };
    const { response, text } = await answered(`${origin}/api/data/v9.2/${path}`, { ...request, headers, redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(refusalOf(response, text));
    return bodyOf(response, text);
  }
  return {
    get: (path) => ask(path, { method: "GET" }),
    /** Rows of a list, over all its pages. */
    async list(path) {
      const rows = [];
      for (let next = path; next !== undefined;) {
        const page = await ask(next, { method: "GET" });
        if (!Array.isArray(page.value)) throw new Error(`the answer to ${path.split("?")[0]} has no rows`);
        rows.push(...page.value);
        next = page["@odata.nextLink"]?.split("/api/data/v9.2/")[1];
      }
      return rows;
    },
    /** Makes a row; gives its id, the column `id`. */
    add: async (set, row, id) => (await ask(`${set}?$select=${id}`, { method: "POST", body: JSON.stringify(row), headers: { prefer: "return=representation" } }))[id],
    /** Changes a row that is there; never makes one. */
    change: (path, row) => ask(path, { method: "PATCH", body: JSON.stringify(row), headers: { "if-match": "*" } }),
    call: (name, input) => ask(name, { method: "POST", body: JSON.stringify(input) }),
  };
}
