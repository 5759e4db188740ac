"use strict";
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const theme = document.getElementById("theme");
const unfold = document.getElementById("unfold");
const contents = document.getElementById("contents");

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches;
}
function nameTheme() {
  theme.textContent = isDark() ? "light" : "dark";
}
theme.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  nameTheme();
});
prefersDark.addEventListener("change", nameTheme);
nameTheme();

const formulas = document.querySelectorAll("details.long");
unfold.addEventListener("click", () => {
  const open = unfold.getAttribute("aria-pressed") !== "true";
  formulas.forEach((formula) => { formula.open = open; });
  unfold.setAttribute("aria-pressed", String(open));
  unfold.textContent = open ? "fold long formulas" : "unfold all formulas";
});

const wide = matchMedia("(min-width: 64rem)");
function openContents() {
  contents.open = wide.matches;
}
wide.addEventListener("change", openContents);
openContents();
theme.hidden = false;
unfold.hidden = formulas.length === 0;
