/** Why a request failed, as the Web API words it. */
async function refusalOf(response) {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text);
    return `${response.status} ${error.code} ${error.message}`;
  } catch {
    // A proxy or a login page answers in HTML: its status says all that is of use.
    return `${response.status} ${response.statusText}`;
  }
}

/**
 * The Web API of an organisation. Redirects are errors, so that the token goes nowhere else.
 * All functions give the parsed body and throw Error with the Web API's words.
 */
export function openOrganisation({ origin, token, timeoutMs }) {
  async function ask(path, { headers: more, ...request }) {
    const headers = { accept: "application/json", "odata-version": "4.0", "odata-maxversion": "4.0", "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...more };
    const response = await fetch(`${origin}/api/data/v9.2/${path}`, { ...request, headers, redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(await refusalOf(response));
    return response.status === 204 ? {} : response.json();
  }
  return {
    get: (path) => ask(path, { method: "GET" }),
    /** Rows of a list, over all its pages. */
    async list(path) {
      const rows = [];
      for (let next = path; next !== undefined;) {
        const page = await ask(next, { method: "GET" });
        rows.push(...page.value);
        next = page["@odata.nextLink"]?.split("/api/data/v9.2/")[1];
      }
      return rows;
    },
    /** Changes a row that is there; never makes one. */
    change: (path, row) => ask(path, { method: "PATCH", body: JSON.stringify(row), headers: { "if-match": "*" } }),
    call: (name, input) => ask(name, { method: "POST", body: JSON.stringify(input) }),
  };
}
