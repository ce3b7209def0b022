package io.dawsos.export;

import static io.dawsos.export.TestingExports.RESULT;

/** Texts of stored answers whose traces name providers and sources; apostrophes stand for quotes. */
final class TestingAnswers {

    /** Holdings from the pack, a figure from FRED, news, and a chart of all three. */
    static final String MIXED = answer(
            step("holdings", "'TESTPRICES','TESTRATES'", "'ledger:abc','pricing_pack:20231229_v1'", ""),
            step("curve", "'FRED'", "'fred:DGS10'", ""),
            step("news", "'NewsAPI'", "'newsapi:articles'", "'an article is old'"),
            step("charts", "'FRED','NewsAPI','TESTPRICES','TESTRATES'", "'fred:DGS10','pricing_pack:20231229_v1'", ""));

    static final String PLAIN = answer(
            step("holdings", "'TESTPRICES','TESTRATES'", "'ledger:abc','pricing_pack:20231229_v1'", ""),
            step("curve", "'FRED'", "'fred:DGS10'", ""));

    private TestingAnswers() {}

    static String step(String key, String providers, String sources, String warnings) {
        return "{'step':'" + key + "','capability':'test." + key + "','status':'ok','providers':[" + providers
                + "],'sources':[" + sources + "]" + (warnings.isEmpty() ? "" : ",'warnings':[" + warnings + "]") + "}";
    }

    static String answer(String... steps) {
        StringBuilder data = new StringBuilder();
        StringBuilder panels = new StringBuilder();
        for (String step : steps) {
            String key = step.substring(9, step.indexOf('\'', 9));
            data.append(data.isEmpty() ? "" : ",").append("'").append(key).append("':{'figure_of_" + key + "':1.10}");
            panels.append(panels.isEmpty() ? "" : ",")
                    .append("{'id':'p','title':'The " + key + "','output':'" + key + "'}");
        }
        return "{'data':{" + data + "},'charts':[{'title':'all'}],'panels':[" + panels
                + "],'warnings':['the pack is old','an article is old'],'trace':{'request_id':'" + RESULT
                + "','pricing_pack_id':'20231229_v1','steps':[" + String.join(",", steps) + "]}}";
    }
}
