
"use strict";
(() => {
  const root = document.documentElement;
  const claims = [...document.querySelectorAll(".claim[id]")];
  const marks = [...document.querySelectorAll(".claim")];
  const cards = [...document.querySelectorAll(".card")];
  const pane = document.getElementById("evidence");
  const kind = document.getElementById("kind");
  const words = document.getElementById("words");
  const keys = document.getElementById("keys");
  const buttons = [...document.querySelectorAll("[data-standing][aria-pressed]")];
  const bar = document.querySelector(".controls");
  const cardOf = new Map(cards.map((card) => [card.dataset.claim, card]));
  const claimOf = new Map(claims.map((claim) => [claim.dataset.claim, claim]));
  const said = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  const isWide = () => matchMedia("(min-width: 62.01rem)").matches;
  const isShown = (number) => !cardOf.get(number).hidden;
  let current = null;

  // The evidence of a claim comes to stand beside it, as far as it fits.
  function align(card, top) {
    const frame = pane.getBoundingClientRect();
    const lowest = Math.max(frame.top, frame.bottom - card.offsetHeight - 24);
    pane.scrollTop += card.getBoundingClientRect().top - Math.min(Math.max(top, frame.top), lowest);
  }

  function go(number, isMoving) {
    for (const each of document.querySelectorAll(".current")) {
      each.classList.remove("current");
      each.removeAttribute("aria-current");
    }
    current = number;
    pane.classList.toggle("open", number !== null);
    if (number === null) return;
    const card = cardOf.get(number);
    card.classList.add("current");
    for (const mark of marks) if (mark.dataset.claim === number) mark.classList.add("current");
    const claim = claimOf.get(number);
    if (!claim) return card.scrollIntoView({ block: "nearest" });
    claim.setAttribute("aria-current", "true");
    if (isMoving) {
      claim.focus({ preventScroll: true });
      claim.scrollIntoView({ block: "nearest" });
    }
    if (isWide()) align(card, claim.getBoundingClientRect().top);
    else pane.scrollTop = 0;
  }

  function step(by) {
    const shown = claims.filter((claim) => isShown(claim.dataset.claim));
    if (!shown.length) return;
    const at = shown.findIndex((claim) => claim.dataset.claim === current);
    if (at >= 0) return go(shown[(at + by + shown.length) % shown.length].dataset.claim, true);
    const below = shown.findIndex((claim) => claim.getBoundingClientRect().bottom > bar.getBoundingClientRect().bottom);
    const next = by > 0 ? Math.max(below, 0) : (below > 0 ? below : shown.length) - 1;
    go(shown[next].dataset.claim, true);
  }

  function filter() {
    const standings = buttons.filter((button) => button.ariaPressed === "true").map((button) => button.dataset.standing);
    const wanted = words.value.trim().toLowerCase();
    let count = 0;
    for (const card of cards) {
      const fits =
        (!standings.length || standings.includes(card.dataset.standing)) &&
        (!kind.value || card.dataset.kind === kind.value) &&
        said.get(card).includes(wanted);
      card.hidden = !fits;
      count += fits;
    }
    for (const mark of marks) mark.classList.toggle("off", !isShown(mark.dataset.claim));
    const isAll = count === cards.length;
    document.getElementById("shown").textContent = isAll ? "" : `${count} of ${cards.length}`;
    document.getElementById("reset").hidden = isAll;
    document.getElementById("none").hidden = count > 0;
    if (current !== null && !isShown(current)) go(null);
    follow();
  }

  function press(button) {
    const isPressed = button.ariaPressed === "true";
    button.ariaPressed = String(!isPressed);
    filter();
  }

  function only(standing) {
    const button = buttons.find((each) => each.dataset.standing === standing);
    const others = buttons.filter((each) => each !== button);
    for (const each of others) each.ariaPressed = "false";
    press(button);
  }

  function reset() {
    for (const button of buttons) button.ariaPressed = "false";
    kind.value = words.value = "";
    filter();
  }

  // While the draft scrolls, the evidence keeps pace with it.
  function follow() {
    if (!isWide()) return;
    const frame = pane.getBoundingClientRect();
    const place = current !== null && claimOf.get(current)?.getBoundingClientRect();
    if (place && place.bottom > frame.top && place.top < frame.bottom) return align(cardOf.get(current), place.top);
    const line = frame.top + frame.height * 0.3;
    const shown = claims.filter((claim) => isShown(claim.dataset.claim));
    if (!shown.length) return;
    const top = (claim) => claim.getBoundingClientRect().top;
    const offset = (claim) => cardOf.get(claim.dataset.claim).offsetTop;
    const after = shown.findIndex((claim) => top(claim) > line);
    const [low, high] = after < 0 ? [shown.at(-1), null] : [shown[after - 1], shown[after]];
    if (!low) return void (pane.scrollTop = 0);
    const share = high && top(high) > top(low) ? (line - top(low)) / (top(high) - top(low)) : 0;
    const start = offset(low), end = high ? offset(high) : start;
    pane.scrollTop = start + share * (end - start) - frame.height * 0.3;
  }

  function theme() {
    const isDark = (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    root.dataset.theme = isDark ? "light" : "dark";
    try { localStorage.setItem("factlint-theme", root.dataset.theme); } catch { /* not kept, no harm */ }
  }

  const shortcuts = {
    j: () => step(1), ArrowRight: () => step(1),
    k: () => step(-1), ArrowLeft: () => step(-1),
    1: () => only("contradicted"), 2: () => only("unsupported"), 3: () => only("supported"), 0: reset,
    "/": () => words.focus(), t: theme, "?": () => keys.showModal(), Escape: () => go(null),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target.closest("input, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!Object.hasOwn(shortcuts, event.key)) return;
    event.preventDefault();
    shortcuts[event.key]();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.claim, .card h3 a");
    if (!link) return;
    event.preventDefault();
    go((link.dataset.claim ?? link.closest(".card").dataset.claim), !link.classList.contains("claim"));
  });
  document.querySelector(".strip").addEventListener("click", (event) => {
    const field = event.target.closest("rect");
    if (field) go(cards[[...field.parentNode.children].indexOf(field)].dataset.claim, true);
  });
  for (const button of buttons) {
    button.disabled = false;
    button.addEventListener("click", () => press(button));
  }
  kind.addEventListener("change", filter);
  words.addEventListener("input", filter);
  document.getElementById("reset").addEventListener("click", reset);
  document.getElementById("theme").addEventListener("click", theme);
  document.getElementById("print").addEventListener("click", () => print());
  document.getElementById("keys-button").addEventListener("click", () => keys.showModal());
  document.getElementById("keys-close").addEventListener("click", () => keys.close());
  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; follow(); });
  }, { passive: true });

  try { root.dataset.theme = localStorage.getItem("factlint-theme") ?? ""; } catch { /* as the system has it */ }
  if (!["light", "dark"].includes(root.dataset.theme)) delete root.dataset.theme;
  root.classList.add("live");
  const linked = /^#(?:claim|evidence)-(\d+)$/.exec(location.hash);
  if (linked && cardOf.has(linked[1])) go(linked[1], true);
})();
