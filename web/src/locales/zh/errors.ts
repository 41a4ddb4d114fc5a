/** One sentence for every error code of the server (docs/api/error-codes.json) and of the client. */
export const errors = {
  "client.unknown": "操作未成功（{code}），请把请求编号告诉管理员。",
  "client.offline": "连不上服务器，请检查网络后重试。",
  "client.unknown_indicator": "没有代码为 {code} 的指标。",
  "client.unreadable": "服务器的回答无法读取，请稍后重试。",
};
