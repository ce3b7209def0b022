package io.dawsos.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers as tables. */
class TablesTest {

    private static List<Table> tables(String data) {
        return Tables.of(TestingDocuments.of(data).response(), TestingDocuments::columns);
    }

    private static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(table.name() + ": " + String.join(",", table.columns()));
        for (List<JsonNode> row : table.rows()) {
            lines.add(String.join(",", row.stream().map(CellText::plain).toList()));
        }
        return lines;
    }

    @Test
    void singleValuesAreRowsAndObjectsInsideHaveNoLevels() {
        assertThat(tables("{'a':{'z':1,'b':{'c':1.50,'d':null},'e':'x'}}"))
                .singleElement()
                .satisfies(table ->
                        assertThat(lines(table)).containsExactly("a: field,value", "b.c,1.5", "b.d,", "e,x", "z,1"));
    }

    @Test
    void aListOfObjectsIsATableOfItsOwnWithEveryMemberThatAnyOfThemHas() {
        assertThat(tables("{'a':[{'y':1,'x':{'q':2}},{'y':3,'w':true}]}"))
                .singleElement()
                .satisfies(table -> assertThat(lines(table)).containsExactly("a: w,x.q,y", ",2,1", "true,,3"));
    }

    @Test
    void listsInsideRowsSayWhichRowTheyBelongTo() {
        List<Table> tables = tables(
                "{'known':{'positions':[{'symbol':'A','price':1,'lots':[{'acquired':'2020-01-01','quantity':5},{'quantity':6}]},"
                        + "{'symbol':'B','lots':[]}],'base':'CAD','total':7}}");
        assertThat(tables).hasSize(3);
        assertThat(lines(tables.get(0))).containsExactly("known: field,value", "total,7", "base,CAD");
        assertThat(lines(tables.get(1))).containsExactly("known.positions: symbol,price,note", "A,1,", "B,,");
        assertThat(lines(tables.get(2)))
                .containsExactly(
                        "known.positions.lots: parent_row,parent_symbol,quantity,acquired",
                        "1,A,5,2020-01-01",
                        "1,A,6,");
    }

    @Test
    void aTableThatIsKnownHasItsColumnsAlsoWithoutRows() {
        assertThat(lines(tables("{'known':{'positions':[]}}").get(0)))
                .containsExactly("known.positions: symbol,price,note");
    }

    @Test
    void whatIsNewStandsBehindWhatIsKnown() {
        assertThat(tables("{'known':{'positions':[{'zeal':1,'price':2,'symbol':'A','age':3}]}}")
                        .get(0)
                        .columns())
                .containsExactly("symbol", "price", "note", "age", "zeal");
    }

    @Test
    void plainListsStandSideBySide() {
        assertThat(tables("{'a':{'dates':['2020-01-01','2020-01-02'],'values':[1,2,3],'none':[]}}"))
                .singleElement()
                .satisfies(table -> assertThat(lines(table))
                        .containsExactly("a.values: dates,none,values", "2020-01-01,,1", "2020-01-02,,2", ",,3"));
    }

    @Test
    void keysMayHoldDots() {
        assertThat(lines(tables("{'a':[{'BRK.B':1,'x':{'RY.TO':2}}]}").get(0)))
                .containsExactly("a: BRK.B,x.RY.TO", "1,2");
    }

    @Test
    void whatWasSkippedAndWhatOnlyDrawsHasNone() {
        assertThat(tables("{'a':null,'charts':[{'type':'pie'}]}")).isEmpty();
    }
}
