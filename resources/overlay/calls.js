// The functions playout calls, there from the first moment: what is called before the template is ready waits.

(function () {
  const waiting = [];
  window.resultsDeskCalls = waiting;
  for (const name of ["play", "stop", "next", "update", "remove"]) {
    window[name] = function (data) {
      waiting.push([name, data]);
      if (window.resultsDeskCalled) window.resultsDeskCalled();
    };
  }
})();
