import { makeRouter } from "../../../local-host/player/shell/router";

const list = { page: "list", table: "x_room", view: null } as const;
const row = { page: "row", table: "x_room", id: "r1", parent: null } as const;
const settle = (): Promise<void> => new Promise((done) => { setTimeout(done, 20); });

test("a page with unsaved changes is left only when the user agrees", async () => {
  const router = makeRouter();
  const shown = jest.fn();
  router.listen(shown);
  router.go(list);
  router.go(row);
  const agreed = jest.fn(async () => false);
  router.guard(agreed);
  router.go(list);
  await settle();
  expect([agreed.mock.calls.length, router.current()]).toEqual([1, row]);
  agreed.mockResolvedValue(true);
  router.go(list);
  await settle();
  expect(router.current()).toEqual(list);
  router.go(row);
  expect(shown).toHaveBeenLastCalledWith(row);
});

test("back asks like a link does, and stays when the user does", async () => {
  const router = makeRouter();
  router.go(list);
  router.go(row);
  const agreed = jest.fn(async () => false);
  router.guard(agreed);
  window.history.back();
  await settle();
  expect([agreed.mock.calls.length, router.current()]).toEqual([1, row]);
  agreed.mockResolvedValue(true);
  window.history.back();
  await settle();
  await settle();
  expect(router.current()).toEqual(list);
});
