// An OGraf v1 graphic: a web component that shows one scene of the night.

import {MOVE} from "./follow.js";
import {Graphic} from "./graphic.js";
import {Timeline} from "./timeline.js";

const STYLE = `
  :host { position: absolute; left: 0; top: 0; width: 100%; height: 100%; overflow: hidden; }
  .stale { position: absolute; right: 5%; top: 4.26%; padding: 0.2em 0.6em; display: none;
    font: 800 28px/1.2 "Red Hat Display", sans-serif; color: #0B0F1A; background: #FF5A5F; }
  .out-of-date .stale, .refused .stale { display: block; }
`;

const NOT_FRAMED = {statusCode: 409, statusMessage: "This graphic was loaded for real time."};

export default class ResultsDeskGraphic extends HTMLElement {
  async load({data, renderType} = {}) {
    if (this.graphic) await this.dispose({});
    const told = data && typeof data === "object" ? data : {};
    // Served by Results Desk, the package lies two folders below its root.
    const base = told.server ? new URL(String(told.server).replace(/\/*$/, "/")) : new URL("../../", import.meta.url);
    const scene = told.scene || new URL(import.meta.url).pathname.split("/").slice(-2)[0];
    if (!this.shadowRoot) this.attachShadow({mode: "open"});
    this.shadowRoot.textContent = "";
    const style = document.createElement("style");
    style.textContent = STYLE;
    const stage = document.createElement("div");
    stage.style.cssText = "position:absolute;left:0;top:0;width:100%;height:100%";
    this.shadowRoot.append(style, stage);
    this.framed = Boolean(renderType) && renderType !== "realtime"; // frame by frame, at the renderer's own pace
    this.graphic = this.framed ? new Timeline(stage, scene, base, said(told)) : new Graphic(stage, scene, base);
    return this.answer(graphic => (this.framed ? graphic.load() : graphic.update(said(told))));
  }

  async dispose() {
    if (this.graphic) this.graphic.remove();
    this.graphic = null;
    if (this.shadowRoot) this.shadowRoot.textContent = "";
  }

  async playAction(params = {}) {
    return this.answer(async graphic => {
      if (this.framed) await graphic.add("playAction", params);
      else {
        const {delta = 1, goto, skipAnimation} = params;
        const step = goto !== undefined && goto !== null ? goto : (graphic.on ? 0 : -1) + delta;
        if (step > 0 || step < 0) await graphic.stop(skipAnimation ? 0 : MOVE);
        else await graphic.play(skipAnimation ? 0 : MOVE);
      }
      return {currentStep: graphic.on ? 0 : undefined};
    });
  }

  async stopAction(params = {}) {
    if (this.framed) return this.answer(graphic => graphic.add("stopAction", params));
    return this.answer(graphic => graphic.stop(params.skipAnimation ? 0 : MOVE));
  }

  async updateAction({data, skipAnimation} = {}) {
    if (this.framed) return this.answer(graphic => graphic.add("updateAction", {data: said(data || {}), skipAnimation}));
    return this.answer(graphic => graphic.update(said(data || {})));
  }

  async customAction({id} = {}) {
    return {statusCode: 404, statusMessage: "There is no action " + id + "."};
  }

  async goToTime({timestamp} = {}) {
    if (this.graphic && !this.framed) return NOT_FRAMED;
    return this.answer(graphic => graphic.goTo(Number(timestamp) || 0));
  }

  async setActionsSchedule({schedule} = {}) {
    if (this.graphic && !this.framed) return NOT_FRAMED;
    const actions = (schedule || []).map(({timestamp, action}) => {
      const params = Object.assign({}, action.params);
      if (params.data) params.data = said(params.data);
      return {timestamp: Number(timestamp) || 0, action: {type: action.type, params}};
    });
    return this.answer(graphic => graphic.schedule(actions));
  }

  async answer(act) {
    const graphic = this.graphic;
    if (!graphic) return {statusCode: 409, statusMessage: "load comes first"};
    try {
      return Object.assign({statusCode: 200}, (await act(graphic)) || {});
    } catch (trouble) {
      return {statusCode: 503, statusMessage: String(trouble.message || trouble)};
    }
  }
}

function said(data) {
  const found = {};
  for (const name of ["contest", "scope", "words", "format", "page", "measure", "party"]) {
    if (data[name] !== undefined && data[name] !== null) found[name] = String(data[name]);
  }
  return found;
}
