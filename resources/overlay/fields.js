// What a template was told, in the ways CasparCG and SPX tell it.

// Return the fields of a JSON object, or of CasparCG's XML; null where it is neither.
export function fieldsOf(data) {
  if (data && typeof data === "object") return texts(data);
  const said = String(data === undefined || data === null ? "" : data).trim();
  if (!said) return {};
  if (said[0] === "<") return ofXml(said);
  try {
    const read = JSON.parse(said);
    return read && typeof read === "object" && !Array.isArray(read) ? texts(read) : null;
  } catch (trouble) {
    return null;
  }
}

function texts(read) {
  const fields = {};
  for (const name of Object.keys(read)) {
    const value = read[name];
    if (typeof value === "string" || typeof value === "number") fields[name] = String(value);
    else if (value && typeof value === "object" && typeof value.text === "string") fields[name] = value.text;
  }
  return fields;
}

function ofXml(said) {
  const document_ = new DOMParser().parseFromString(said, "application/xml");
  if (document_.querySelector("parsererror")) return null;
  const fields = {};
  for (const component of document_.querySelectorAll("componentData")) {
    const data = component.querySelector("data");
    if (data) fields[component.getAttribute("id")] = data.getAttribute("value") || "";
  }
  return fields;
}
