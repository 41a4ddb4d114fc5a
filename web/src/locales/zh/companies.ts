/** Companies. */
export const companies = {
  title: "企业",
  new: "登记企业",
  name: "企业",
  aliases: "别名",
  uscc: "统一社会信用代码",
  division: "注册地",
  projects: "项目数",
  find: "名称、别名、信用代码",
  empty: "没有符合条件的企业",
  empty_hint: "换个名称再找，或登记这家企业。",
  submit: "登记企业",
  created: "企业已登记",
  division_hint: "输入省、市、区县名称或代码",
  uscc_invalid: "信用代码应为 18 位",
  related: "相关项目",
};
